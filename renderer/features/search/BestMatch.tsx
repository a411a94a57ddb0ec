import { useAtomValue } from 'jotai'
import type { TFunction } from 'i18next'
import type { SearchResults } from '../../../src/contract/index.ts'
import { contextAtom, currentTrackAtom, usePrepare, useServices, wantsPlayAtom } from '../../state/index.ts'
import { PlayButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Cover } from '../../ui/cover/index.ts'
import { joinNames } from '../../ui/format/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { madeOf } from '../tracks/index.ts'
import { stepToResult } from './keys.ts'
import styles from './search.module.css'
import { type Found, keyOf } from './top.ts'
import { openFound, playFound } from './use.ts'

/** What is most likely meant, large. Enter in the box plays it. */
export function BestMatch({ found, results, title }: { found: Found; results: SearchResults; title: string }) {
  const { t, i18n } = useTranslation()
  const services = useServices()
  const current = useAtomValue(currentTrackAtom)
  const context = useAtomValue(contextAtom)
  const wantsPlay = useAtomValue(wantsPlayAtom)
  const shown = describeFound(found, t, i18n.language)
  const isCurrent =
    found.kind === 'track' ? current?.id === found.track.id : `${context?.kind} ${context?.id}` === keyOf(found)
  const playing = isCurrent && wantsPlay
  const prepare = usePrepare(() => (found.kind === 'track' && !isCurrent ? found.track : null))
  const play = () => {
    if (isCurrent) services.commands.run('play-pause')
    else void playFound(services, found, results, title)
  }
  const open = () => {
    // A track without an album has no page to be opened.
    if (found.kind === 'track' && found.track.albumId === null) play()
    else openFound(services, found)
  }
  return (
    <section className={styles.best}>
      <h2 className={styles.label}>{t('search.best')}</h2>
      <article className={styles.bestCard}>
        <button type="button" className={styles.bestOpen} data-result onKeyDown={stepToResult} onClick={open}>
          <Cover
            path={shown.coverPath}
            seed={shown.seed}
            fills={112}
            shadow
            className={classes(styles.bestCover, found.kind === 'artist' && styles.round)}
          />
          <span className={styles.bestWords}>
            <span className={styles.kind}>{shown.kind}</span>
            <Name className={styles.bestName}>{shown.name}</Name>
            {shown.lines.map((line) => (
              <Name key={line} className={styles.bestLine}>
                {line}
              </Name>
            ))}
          </span>
        </button>
        <div className={styles.bestActions} {...prepare}>
          <PlayButton
            playing={playing}
            look="accent"
            size={40}
            label={t(playing ? 'album.pause' : 'album.play', { title: shown.name })}
            onClick={play}
          />
          {found.kind === 'track' && <span className={styles.format}>{madeOf(found.track, i18n.language)}</span>}
        </div>
      </article>
    </section>
  )
}

/** What was found, in words. */
export function describeFound(found: Found, t: TFunction, locale: string) {
  switch (found.kind) {
    case 'track': {
      const { track } = found
      const name = track.title || t('album.untitled')
      const by = track.artists.length > 0 ? joinNames(track.artists, locale) : t('album.unknownArtist')
      const from = [track.albumTitle, track.year].filter((part) => part !== null).join(', ')
      const lines = from === '' ? [by] : [by, from]
      return { kind: t('search.track'), name, lines, coverPath: track.coverPath, seed: track.albumTitle ?? name }
    }
    case 'album': {
      const { album } = found
      const name = album.title || t('album.untitled')
      const by = album.artist ?? t(album.isCompilation ? 'album.variousArtists' : 'album.unknownArtist')
      const lines = album.year === null ? [by] : [by, String(album.year)]
      return { kind: t('album.kind'), name, lines, coverPath: album.coverPath, seed: name }
    }
    case 'artist': {
      const { artist } = found
      const name = artist.name || t('album.unknownArtist')
      const lines = [t('album.tracks', { count: artist.trackCount })]
      return { kind: t('library.artist'), name, lines, coverPath: artist.coverPath, seed: name }
    }
    case 'playlist': {
      const { playlist } = found
      const lines = [t('album.tracks', { count: playlist.trackCount })]
      const coverPath = playlist.coverPaths[0] ?? null
      return { kind: t('search.playlist'), name: playlist.name, lines, coverPath, seed: playlist.name }
    }
    default:
      return found satisfies never
  }
}
