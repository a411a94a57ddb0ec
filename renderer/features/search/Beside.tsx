import { useState } from 'react'
import type { SearchResults } from '../../../src/contract/index.ts'
import { useServices } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Cover } from '../../ui/cover/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { describeFound } from './BestMatch.tsx'
import { stepToResult } from './keys.ts'
import styles from './search.module.css'
import { type Found, besideTracks, keyOf } from './top.ts'
import { openFound } from './use.ts'

/** As many as stand beside the best match without being taller than it. */
const firstFew = 4

/** Artists, albums and playlists that were found. */
export function Beside({ results, top }: { results: SearchResults; top: Found }) {
  const { t, i18n } = useTranslation()
  const services = useServices()
  const [all, setAll] = useState(false)
  const found = besideTracks(results).filter((one) => keyOf(one) !== keyOf(top))
  if (found.length === 0) return null
  return (
    <section className={styles.beside}>
      <h2 className={styles.label}>{t('search.names')}</h2>
      <ul>
        {found.slice(0, all ? found.length : firstFew).map((one) => {
          const { kind, name, lines, coverPath, seed } = describeFound(one, t, i18n.language)
          return (
            <li key={keyOf(one)}>
              <button
                type="button"
                className={styles.row}
                data-result
                onKeyDown={stepToResult}
                onClick={() => openFound(services, one)}
              >
                <Cover
                  path={coverPath}
                  seed={seed}
                  size={40}
                  corners="tight"
                  className={classes(one.kind === 'artist' && styles.round)}
                />
                <span className={styles.rowWords}>
                  <Name className={styles.rowName}>{name}</Name>
                  <span className={styles.rowMeta}>
                    {kind} · <bdi>{lines.join(', ')}</bdi>
                  </span>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {found.length > firstFew && (
        <Button look="ghost" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? t('search.showFewer') : t('search.showAll', { count: found.length })}
        </Button>
      )}
    </section>
  )
}
