export { ImportWizard } from './wizard/ImportWizard.tsx'
