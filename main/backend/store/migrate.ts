import { type Connection, numberPragma } from './connection.ts'

/** One step of the schema. Never changed once released; never undone. */
export interface Migration {
  /** Number of the step, counting from 1 without gaps; equals `user_version` after it. */
  readonly version: number
  readonly name: string
  up(database: Connection): void
}

/** The schema version of a database: 0 when it is empty. */
export function schemaVersion(database: Connection): number {
  return numberPragma(database, 'user_version')
}

/** Applies what is missing up to `target`, each step in a transaction of its own together with its number. */
export function migrate(database: Connection, migrations: readonly Migration[], target = Infinity): void {
  const from = schemaVersion(database)
  for (const migration of migrations) {
    if (migration.version <= from || migration.version > target) continue
    database
      .transaction(() => {
        migration.up(database)
        database.pragma(`user_version = ${migration.version}`)
      })
      .immediate()
  }
}
