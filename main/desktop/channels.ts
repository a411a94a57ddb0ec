/**
 * The IPC channels between the preload script and the main process. `hello` starts a page, `call` and `cancel` carry
 * the contract there, `event` carries it back. A page names itself by an id that its preload script draws, so what an
 * earlier page of the same window still sends is told apart.
 */
export const ipcChannels = {
  hello: 'melofy:hello',
  call: 'melofy:call',
  cancel: 'melofy:cancel',
  event: 'melofy:event',
} as const
