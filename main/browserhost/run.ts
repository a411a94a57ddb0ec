import { homedir } from 'node:os'
import { createTranslator, pickLanguage, speak } from '../../src/i18n/index.ts'
import { defaultDataFolder, launch, leave, lookAround, makeDataFolder } from '../host/index.ts'
import { endInOrder } from './lifetime.ts'
import { openBrowser, openOwnPage } from './openBrowser.ts'
import { readOptions } from './options.ts'
import { startBrowserHost } from './server.ts'

/** Runs the browser host until the process ends. `entryFolder` lies somewhere inside the app. Sets the exit code. */
export async function runBrowserHost(entryFolder: string): Promise<void> {
  const { t, instance } = createTranslator()
  await speak(instance, pickLanguage('system', [Intl.DateTimeFormat().resolvedOptions().locale]))
  const say = (text: string) => process.stdout.write(`${text}\n`)
  const complain = (text: string) => process.stderr.write(`${text}\n`)

  const asked = readOptions(process.argv.slice(2), process.env, process.cwd())
  if (asked.kind === 'help') {
    say(t('host.usage'))
    return
  }
  if (asked.kind === 'mistake') {
    complain(`${t(`host.mistake.${asked.mistake}`, { given: asked.given })}\n${t('host.usage')}`)
    process.exitCode = 2
    return
  }
  const { options } = asked
  const openLink = async (address: string) => {
    if (!(await openBrowser(address))) complain(t('host.noBrowser'))
  }
  const openPage = async (address: string) => {
    const { opened, removed } = await openOwnPage(address)
    if (!opened) complain(t('host.noBrowser'))
    return removed
  }

  const dataFolder = options.dataFolder ?? defaultDataFolder(process.platform, process.env, homedir())
  makeDataFolder(dataFolder, options.dataFolder === null)
  try {
    const launched = await launch({
      host: 'browser',
      dataFolder,
      surroundings: lookAround(entryFolder, process.platform, process.env),
      development: process.env['MELOFY_DEVELOPMENT'] === '1',
      paths: options.paths,
      openLink,
      onSecondStart: () => undefined,
    })
    if (launched.kind === 'second') {
      const { address } = launched
      say(address === null ? t('host.runningElsewhere') : t('host.running', { address }))
      if (options.paths.length > 0 || address === null) await launched.handOver(options.paths)
      if (options.paths.length > 0) say(t('host.handedOver'))
      if (options.open && address !== null) await openPage(address)
      return
    }
    const { log } = launched
    const onError = (error: unknown) => log.error('host broke', { error: error instanceof Error ? error : undefined })
    const host = await startBrowserHost({
      backend: launched.handOver.backend,
      site: launched.site,
      port: options.port,
      words: { withoutToken: t('host.withoutToken'), refused: t('host.refused') },
      onError,
    }).catch(async (error: unknown) => {
      await launched.close()
      throw error
    })
    const close = async () => {
      await host.close()
      await launched.close()
    }
    endInOrder(process, { close, exit: (code) => void leave(() => process.exit(code)), onError })
    launched.setAddress(host.address)
    // Read by scripts and tests: this line, in these words, once.
    say(`Melofy is ready: ${host.address}`)
    if (options.open) void openPage(host.address)
  } catch (error) {
    complain(t('host.notStarted', { reason: wordsOf(error) }))
    process.exitCode = 1
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
