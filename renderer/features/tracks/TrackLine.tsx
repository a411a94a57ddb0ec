import type { ReactNode } from 'react'
import type { Track } from '../../../src/music/index.ts'
import { Bars } from '../../ui/bars/index.ts'
import { DrawnButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Cover } from '../../ui/cover/index.ts'
import { clockTime, joinNames } from '../../ui/format/index.ts'
import { Name } from '../../ui/name/index.ts'
import table from '../../ui/table.module.css'
import { RowHeart } from '../likes/index.ts'
import type { RowWords } from './rowWords.ts'

/** What every table of tracks tells its rows. */
export interface TrackLineProps {
  readonly track: Track
  readonly index: number
  /** From the top of the list, in px. */
  readonly offset: number
  readonly playing: boolean
  readonly moving: boolean
  readonly liked: boolean
  readonly selected: boolean
  readonly joinedAbove: boolean
  readonly joinedBelow: boolean
  readonly tabStop: boolean
  /** Handed in: a hook in each row would be paid for with every row that scrolls into view. */
  readonly words: RowWords
  readonly locale: string
}

interface Cells {
  /** What names the row in its list. */
  readonly id: string
  readonly number: number
  readonly cover: boolean
  /** Being carried: its place is shown faintly. */
  readonly lifted?: boolean
  /** What keeps the row from being like the others, else what it is made of. */
  readonly status: ReactNode
  /** Cells of further columns, between the names and the status. */
  readonly children?: ReactNode
}

/** A track as a row of a table, whichever list it stands in. Memoise what renders it: only new rows render while a list scrolls. */
export function TrackLine(props: TrackLineProps & Cells) {
  const { track, playing, moving, words, locale } = props
  const title = track.title || words.untitled
  const pauses = playing && moving
  return (
    <tr
      data-row={props.id}
      aria-rowindex={props.index + 2}
      aria-selected={props.selected}
      {...(playing && { 'aria-current': 'true' as const })}
      tabIndex={props.tabStop ? 0 : -1}
      className={classes(
        table.row,
        table.bodyRow,
        playing && table.playing,
        track.missing && table.missing,
        props.lifted && table.lifted,
        props.joinedAbove && table.joinedAbove,
        props.joinedBelow && table.joinedBelow,
      )}
      style={{ top: props.offset }}
    >
      <td className={table.number}>
        <span className={table.figure}>{playing ? <Bars moving={moving} /> : props.number}</span>
        {!track.missing && (
          <DrawnButton
            drawing={pauses ? 'pause' : 'play'}
            tabIndex={-1}
            data-action="play"
            className={table.rowPlay}
            label={pauses ? words.pause(title) : words.play(title)}
          />
        )}
      </td>
      <td className={table.main}>
        {props.cover && <Cover path={track.coverPath} seed={track.albumTitle ?? title} size={40} corners="tight" />}
        <span className={table.words}>
          <Name className={table.title}>{title}</Name>
          <Name className={table.artist}>
            {track.artists.length > 0 ? joinNames(track.artists, locale) : words.unknownArtist}
          </Name>
        </span>
      </td>
      {props.children}
      <td className={table.format}>{props.status}</td>
      <td>
        <RowHeart liked={props.liked} label={props.liked ? words.unlike(title) : words.like(title)} />
      </td>
      <td className={table.time}>{track.durationMs !== null && <time>{clockTime(track.durationMs, locale)}</time>}</td>
      <td>
        <DrawnButton drawing="more" tabIndex={-1} data-action="menu" label={words.more(title)} />
      </td>
    </tr>
  )
}
