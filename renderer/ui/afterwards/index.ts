export { Afterwards } from './Afterwards.tsx'
export { ButtonAfterwards } from './ButtonAfterwards.tsx'
