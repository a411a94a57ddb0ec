export { compareArtists, sureness, type ArtistAgreement } from './compare.ts'
export { creditOf, type Credit } from './credit.ts'
export { nameOf, sameName, type Name } from './names.ts'
