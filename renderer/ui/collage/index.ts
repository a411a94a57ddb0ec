export { Collage } from './Collage.tsx'
