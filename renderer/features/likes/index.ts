export { LikeButton } from './LikeButton.tsx'
export { RowHeart } from './RowHeart.tsx'
