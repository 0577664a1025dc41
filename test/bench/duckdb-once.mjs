/** Asks DuckDB one question in a process of its own. */
import { DuckDBInstance } from '@duckdb/node-api'
import { seriesSql } from './questions-sql.mjs'

const connection = await (await DuckDBInstance.create(process.argv[2])).connect()
const reader = await connection.runAndReadAll(seriesSql(JSON.parse(process.argv[3])))
console.log(JSON.stringify(reader.getRowsJson()))
