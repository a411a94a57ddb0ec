export { Name } from './Name.tsx'
