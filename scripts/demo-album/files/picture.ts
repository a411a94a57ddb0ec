/** FLAC's picture block, which Ogg files carry as text in METADATA_BLOCK_PICTURE (RFC 9639, section 8.8). */

const frontCover = 3

export function pictureBlock(jpeg: Uint8Array, side: number): string {
  const type = Buffer.from('image/jpeg', 'latin1')
  const description = Buffer.from('Cover', 'utf8')
  return Buffer.concat([
    number(frontCover),
    number(type.length),
    type,
    number(description.length),
    description,
    number(side),
    number(side),
    number(24),
    number(0),
    number(jpeg.length),
    jpeg,
  ]).toString('base64')
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
