// Combines the routes that a domain offers into one function that needs what each of them needs.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

type Routes = (needs: never) => FastifyPluginAsyncZod
type AllOf<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never

export const together =
  <Each extends readonly Routes[]>(...each: Each) =>
  (needs: AllOf<Parameters<Each[number]>[0]>): FastifyPluginAsyncZod =>
  async (api) => {
    for (const routes of each) api.register(routes(needs as never))
  }
