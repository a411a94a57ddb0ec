export { rebuildDerived, regroupSome } from './regroup.ts'
