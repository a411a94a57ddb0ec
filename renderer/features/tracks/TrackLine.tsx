import type { TFunction } from 'i18next'
import { Ellipsis, Pause, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Track } from '../../../src/music/index.ts'
import { Bars } from '../../ui/bars/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Cover } from '../../ui/cover/index.ts'
import { clockTime, joinNames } from '../../ui/format/index.ts'
import { Name } from '../../ui/name/index.ts'
import table from '../../ui/table.module.css'
import { RowHeart } from '../likes/index.ts'

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
  readonly t: TFunction
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
  const { track, playing, moving, t, locale } = props
  const title = track.title || t('album.untitled')
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
      style={{ transform: `translateY(${props.offset}px)` }}
    >
      <td className={table.number}>
        <span className={table.figure}>{playing ? <Bars moving={moving} /> : props.number}</span>
        {!track.missing && (
          <button
            type="button"
            tabIndex={-1}
            data-action="play"
            className={table.rowPlay}
            aria-label={pauses ? t('album.pause', { title }) : t('album.play', { title })}
          >
            {pauses ? <Pause aria-hidden /> : <Play aria-hidden />}
          </button>
        )}
      </td>
      <td className={table.main}>
        {props.cover && <Cover path={track.coverPath} seed={track.albumTitle ?? title} size={40} corners="tight" />}
        <span className={table.words}>
          <Name className={table.title}>{title}</Name>
          <Name className={table.artist}>
            {track.artists.length > 0 ? joinNames(track.artists, locale) : t('album.unknownArtist')}
          </Name>
        </span>
      </td>
      {props.children}
      <td className={table.format}>{props.status}</td>
      <td>
        <RowHeart liked={props.liked} title={title} t={t} />
      </td>
      <td className={table.time}>{track.durationMs !== null && <time>{clockTime(track.durationMs, locale)}</time>}</td>
      <td>
        <IconButton
          plain
          size="small"
          tabIndex={-1}
          data-action="menu"
          label={t('album.more', { title })}
          className={table.more}
        >
          <Ellipsis aria-hidden />
        </IconButton>
      </td>
    </tr>
  )
}
