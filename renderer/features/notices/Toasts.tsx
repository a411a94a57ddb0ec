import { Toast } from '@base-ui/react/toast'
import { useAtomValue } from 'jotai'
import { Check, Info, TriangleAlert, X } from 'lucide-react'
import { panelAtom } from '../../state/index.ts'
import { Button, IconButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Progress } from '../../ui/progress/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './notices.module.css'
import { toastManager } from './notices.ts'
import type { ToastData } from './notices.ts'

/** The corner where notices appear. */
export function Toasts() {
  const { t } = useTranslation()
  const panel = useAtomValue(panelAtom)
  return (
    <Toast.Provider toastManager={toastManager} limit={4}>
      <Toast.Portal>
        <Toast.Viewport
          className={classes(styles.viewport, panel !== null && styles.beside)}
          aria-label={t('notice.region')}
        >
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList() {
  const { toasts } = Toast.useToastManager<ToastData>()
  return toasts.map((toast) => <OneToast key={toast.id} toast={toast} />)
}

function OneToast({ toast }: { toast: Toast.Root.ToastObject<ToastData> }) {
  const { t } = useTranslation()
  const { close } = Toast.useToastManager<ToastData>()
  const { tone = 'plain', action = null, progress = null } = toast.data ?? {}
  return (
    <Toast.Root toast={toast} className={styles.toast} swipeDirection="right">
      <Toast.Content className={classes(styles.content, tone === 'good' && styles.good, tone === 'bad' && styles.bad)}>
        {!progress && <ToneIcon tone={tone} />}
        <div className={styles.words}>
          <Toast.Title className={styles.title} render={<p />} dir="auto" />
          {progress && (
            <div className={styles.progress}>
              <Progress value={progress.value} label={typeof toast.title === 'string' ? toast.title : ''} />
            </div>
          )}
          {toast.description !== undefined && toast.description !== '' && <Toast.Description className={styles.text} />}
        </div>
        {action && (
          <Button
            size="small"
            onClick={() => {
              action.run()
              if (!progress) close(toast.id)
            }}
          >
            {action.label}
          </Button>
        )}
        {!action && (
          <IconButton size="small" label={t('notice.dismiss')} onClick={() => close(toast.id)}>
            <X aria-hidden />
          </IconButton>
        )}
      </Toast.Content>
    </Toast.Root>
  )
}

function ToneIcon({ tone }: { tone: ToastData['tone'] }) {
  switch (tone) {
    case 'good':
      return <Check aria-hidden />
    case 'bad':
      return <TriangleAlert aria-hidden />
    case 'plain':
      return <Info aria-hidden />
    default:
      return tone satisfies never
  }
}
