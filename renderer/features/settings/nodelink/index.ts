export { NodeLink } from './NodeLink.tsx'
