import { TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { classes } from '../../ui/classes.ts'
import table from '../../ui/table.module.css'
import text from '../../ui/text.module.css'
import { madeOf } from './made.ts'
import type { RowWords } from './rowWords.ts'
import { TrackLine, type TrackLineProps } from './TrackLine.tsx'
import styles from './tracks.module.css'
import type { TrackColumns } from './types.ts'

/** One track of a list. Memoised: while the list scrolls only new rows render. */
export const TrackRow = memo(function TrackRow(props: TrackLineProps & { readonly columns: TrackColumns }) {
  const { columns, ...line } = props
  const { track, index, words, locale } = props
  const isAlbum = columns === 'album'
  return (
    <TrackLine
      {...line}
      id={String(index)}
      number={isAlbum ? (track.trackNumber ?? index + 1) : index + 1}
      cover={!isAlbum}
      status={
        track.missing ? (
          <span className={styles.missingWords}>
            <TriangleAlert aria-hidden />
            {words.missing}
          </span>
        ) : (
          madeOf(track, locale)
        )
      }
    >
      {!isAlbum && (
        <td className={classes(table.plain, styles.albumTitle)} dir="auto">
          {track.albumTitle}
        </td>
      )}
    </TrackLine>
  )
})

/** A row that is under way, as large as it will be. */
export const PendingRow = memo(function PendingRow(props: {
  readonly index: number
  readonly offset: number
  readonly columns: TrackColumns
  readonly tabStop: boolean
  readonly selected: boolean
  readonly words: RowWords
}) {
  const { index, columns } = props
  const isAlbum = columns === 'album'
  return (
    <tr
      data-row={String(index)}
      aria-rowindex={index + 2}
      aria-selected={props.selected}
      aria-busy
      tabIndex={props.tabStop ? 0 : -1}
      className={classes(table.row, table.bodyRow)}
      style={{ top: props.offset }}
    >
      <td className={table.number}>{index + 1}</td>
      <td className={table.main}>
        {!isAlbum && <span className={classes(styles.bone, styles.boneCover)} />}
        <span className={classes(table.words, styles.boneWords)}>
          <span className={classes(styles.bone, styles.boneTitle)} />
          <span className={classes(styles.bone, styles.boneArtist)} />
          <span className={text.unseen}>{props.words.pending}</span>
        </span>
      </td>
    </tr>
  )
})
