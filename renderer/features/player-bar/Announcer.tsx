import { useAtomValue } from 'jotai'
import { currentTrackAtom, spokenAtom, wantsPlayAtom } from '../../state/index.ts'
import { joinNames } from '../../ui/format/index.ts'
import text from '../../ui/text.module.css'
import { useTranslation } from '../../ui/translation/index.ts'

/** Tells screen readers, politely, which track plays now, and what else shows only to the eye. */
export function Announcer() {
  const { t, i18n } = useTranslation()
  const track = useAtomValue(currentTrackAtom)
  const playing = useAtomValue(wantsPlayAtom)
  const artists = track && track.artists.length > 0 ? joinNames(track.artists, i18n.language) : t('album.unknownArtist')
  const spoken = useAtomValue(spokenAtom)
  return (
    <>
      <output className={text.unseen}>
        {track && playing ? t('player.announce', { title: track.title || t('album.untitled'), artists }) : ''}
      </output>
      <output className={text.unseen}>{spoken}</output>
    </>
  )
}
