import { openNodes, page } from './index.ts'

/**
 * Run as a process of its own: keeps a server, waits until its protection has locked this computer out, says so, and never ends.
 * Arguments: data folder, address, password.
 */
const [, , folder = '', address = '', password = ''] = process.argv
const nodes = openNodes(folder)
const { id } = await nodes.room.handlers['nodelink.add']({ name: 'Home', address, password }, page)
await nodes.until(id, 'lockedOut')
process.stdout.write('kept\n')
setInterval(() => undefined, 1000)
