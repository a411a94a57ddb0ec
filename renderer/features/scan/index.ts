export { ScanLine } from './ScanLine.tsx'
