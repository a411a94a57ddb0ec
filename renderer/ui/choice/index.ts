export { Choice } from './Choice.tsx'
export { Segmented } from './Segmented.tsx'
export { Switch } from './Switch.tsx'
