import type { Socket } from 'node:net'
import { lineLimit } from './messages.ts'

/** Reads one line from a socket as JSON. Rejects when the socket ends, breaks or says too much before the line is complete. */
export function readLine(socket: Socket): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (chunk) => {
      text += String(chunk)
      const end = text.indexOf('\n')
      if (end >= 0) {
        try {
          resolve(JSON.parse(text.slice(0, end)))
        } catch (error) {
          reject(error)
        }
      } else if (text.length > lineLimit) {
        reject(new Error('line too long'))
      }
    })
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('closed before the line was complete')))
  })
}
