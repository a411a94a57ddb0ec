import { useAtomValue } from 'jotai'
import { ListPlus, Shuffle } from 'lucide-react'
import type { QueueContext } from '../../../src/contract/index.ts'
import { contextAtom, usePrepare, useServices, wantsPlayAtom } from '../../state/index.ts'
import type { TrackRows } from '../../state/index.ts'
import { Button, IconButton, PlayButton } from '../../ui/button/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'

/** Play, shuffle and queue for all of a list. */
export function ListActions({ rows, context }: { rows: TrackRows; context: QueueContext }) {
  const { t } = useTranslation()
  const { commands, player } = useServices()
  const now = useAtomValue(contextAtom)
  const isContext = now?.kind === context.kind && now.id === context.id
  const playing = useAtomValue(wantsPlayAtom) && isContext
  const prepare = usePrepare(() => (isContext ? null : (rows.trackAt(0) ?? null)))
  const { title } = context
  const start = (shuffle: boolean) =>
    commands.runWith('play-list', {
      rows,
      index: shuffle ? Math.floor(Math.random() * rows.total) : 0,
      context,
      ...(shuffle && { shuffle }),
    })
  return (
    <>
      <PlayButton
        playing={playing}
        look="accent"
        size={44}
        label={playing ? t('album.pause', { title }) : t('album.play', { title })}
        disabled={rows.total === 0}
        {...prepare}
        onPointerEnter={() => player.warmUp()}
        onClick={() => (isContext ? commands.run('play-pause') : start(false))}
      />
      <Button disabled={rows.total === 0} onClick={() => start(true)}>
        <Shuffle aria-hidden />
        {t('album.shuffle')}
      </Button>
      <IconButton
        label={t('album.addToQueue')}
        disabled={rows.total === 0}
        onClick={() =>
          commands.runWith('queue-list', { rows, ranges: [{ first: 0, end: rows.total }], place: 'later' })
        }
      >
        <ListPlus aria-hidden />
      </IconButton>
    </>
  )
}
