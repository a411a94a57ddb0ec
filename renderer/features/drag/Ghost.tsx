import type { RefObject } from 'react'
import { createPortal } from 'react-dom'
import { Cover } from '../../ui/cover/index.ts'
import { joinNames } from '../../ui/format/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './drag.module.css'
import type { Carried } from './useCarry.ts'

/** What hangs under the pointer while tracks are carried. */
export function Ghost({ carried, ghost }: { carried: Carried; ghost: RefObject<HTMLDivElement | null> }) {
  const { t, i18n } = useTranslation()
  const { lead, count } = carried
  return createPortal(
    <div ref={ghost} className={styles.ghost} aria-hidden>
      <Cover path={lead.coverPath} seed={lead.albumTitle ?? lead.title} size={40} corners="tight" />
      <span className={styles.words}>
        <Name className={styles.title}>{lead.title || t('album.untitled')}</Name>
        <Name className={styles.meta}>{joinNames(lead.artists, i18n.language)}</Name>
      </span>
      {count > 1 && <span className={styles.count}>{count}</span>}
    </div>,
    document.body,
  )
}
