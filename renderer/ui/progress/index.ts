export { Progress, Spinner } from './Progress.tsx'
