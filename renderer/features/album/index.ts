export { CollectionPage } from './CollectionPage.tsx'
