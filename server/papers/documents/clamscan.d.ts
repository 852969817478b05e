// Declares what this server uses of clamscan, which has no types of its own.
declare module 'clamscan' {
  import type { Readable } from 'node:stream'

  interface Options {
    preference: 'clamdscan'
    clamscan: { active: boolean }
    clamdscan: {
      socket: string
      host: false
      port: false
      localFallback: boolean
      timeout: number
      path: null
    }
  }

  // biome-ignore lint/style/noDefaultExport: so is the package
  export default class NodeClam {
    init(options: Options): Promise<NodeClam>
    /** isInfected null: no verdict. */
    scanStream(content: Readable): Promise<{ isInfected: boolean | null; viruses: string[] }>
  }
}
