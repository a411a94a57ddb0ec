import { createHash, randomBytes } from 'node:crypto'
import type { SpotifyBehaviour } from './behaviour.ts'

interface Code {
  readonly clientId: string
  readonly redirectUri: string
  readonly challenge: string
  readonly scope: string
}

interface Token {
  readonly clientId: string
  readonly scope: string
  readonly expiresAtMs: number
}

/** An answer of the token address. */
export interface TokenAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** Codes and tokens that were handed out, and which of them are still good. */
export class Grants {
  private readonly codes = new Map<string, Code>()
  private readonly access = new Map<string, Token>()
  private readonly refresh = new Map<string, Omit<Token, 'expiresAtMs'>>()
  private readonly behaviour: SpotifyBehaviour
  private readonly now: () => number

  constructor(behaviour: SpotifyBehaviour, now: () => number) {
    this.behaviour = behaviour
    this.now = now
  }

  code(facts: Code): string {
    const code = randomBytes(32).toString('base64url')
    this.codes.set(code, facts)
    return code
  }

  /** Whose access token it is; null for one that is not good any more. */
  holder(token: string): Token | null {
    const found = this.access.get(token)
    return found === undefined || found.expiresAtMs <= this.now() ? null : found
  }

  /** Every access token is refused from now on; refresh tokens stay good. */
  expireAccess(): void {
    this.access.clear()
  }

  /** The person took the app's access away. */
  revoke(): void {
    this.access.clear()
    this.refresh.clear()
  }

  answer(form: URLSearchParams, knownClients: ReadonlySet<string>): TokenAnswer {
    const clientId = form.get('client_id') ?? ''
    if (!knownClients.has(clientId)) return refused('invalid_client', 'Invalid client')
    return form.get('grant_type') === 'refresh_token' ? this.renew(form, clientId) : this.trade(form, clientId)
  }

  private trade(form: URLSearchParams, clientId: string): TokenAnswer {
    const code = this.codes.get(form.get('code') ?? '')
    if (code === undefined || code.clientId !== clientId) return refused('invalid_grant', 'Invalid authorization code')
    this.codes.delete(form.get('code') ?? '')
    if (form.get('redirect_uri') !== code.redirectUri) return refused('invalid_grant', 'Invalid redirect URI')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (challenge !== code.challenge) return refused('invalid_grant', 'code_verifier was incorrect')
    return this.give(clientId, code.scope, this.newRefresh(clientId, code.scope))
  }

  private renew(form: URLSearchParams, clientId: string): TokenAnswer {
    const token = form.get('refresh_token') ?? ''
    const known = this.refresh.get(token)
    if (known === undefined || known.clientId !== clientId) return refused('invalid_grant', 'Refresh token revoked')
    if (!this.behaviour.rotates) return this.give(clientId, known.scope, null)
    this.refresh.delete(token)
    return this.give(clientId, known.scope, this.newRefresh(clientId, known.scope))
  }

  private newRefresh(clientId: string, scope: string): string {
    const token = `refresh-${randomBytes(24).toString('base64url')}`
    this.refresh.set(token, { clientId, scope })
    return token
  }

  private give(clientId: string, scope: string, refreshToken: string | null): TokenAnswer {
    const token = `access-${randomBytes(24).toString('base64url')}`
    const { tokenSeconds } = this.behaviour
    this.access.set(token, { clientId, scope, expiresAtMs: this.now() + tokenSeconds * 1000 })
    const body = { access_token: token, token_type: 'Bearer', expires_in: tokenSeconds, scope }
    return { status: 200, body: refreshToken === null ? body : { ...body, refresh_token: refreshToken } }
  }
}

function refused(error: string, description: string): TokenAnswer {
  return { status: 400, body: { error, error_description: description } }
}
