export interface HttpSettings {
  /** The origin at which browsers open the pages. */
  readonly publicUrl: () => string
  readonly cookieSecure: boolean
  /** Reverse proxies in front: addresses and networks. */
  readonly trustProxy: readonly string[]
  readonly metricsToken: string | undefined
  /** The built pages; null: none are served. */
  readonly clientDirectory: string | null
}
