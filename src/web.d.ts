/** The web-standard globals that every process has (page, Node, worker); `src` may use these and no others. */
interface AbortSignal {
  readonly aborted: boolean
}
