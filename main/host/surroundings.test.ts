import { expect, test } from 'vitest'
import { lookAround } from './surroundings.ts'

const standInAt = (address: string) =>
  lookAround(import.meta.dirname, 'linux', { MELOFY_SPOTIFY_ADDRESS: address }).spotifyAddress

test('a stand-in for Spotify lies on this computer, or Spotify itself is asked', () => {
  expect(standInAt('http://127.0.0.1:4000')).toBe('http://127.0.0.1:4000')
  expect(lookAround(import.meta.dirname, 'linux', {}).spotifyAddress).toBeNull()
})

test.each([
  'https://accounts.example.org',
  'http://127.0.0.1:80@example.org',
  'http://127.0.0.1:4000/path',
  'http://192.168.0.1:80',
  'http://localhost:4000',
])('%s is none', (address) => {
  expect(standInAt(address)).toBeNull()
})
