// The single table of folders: the purpose of each and which it may import. The import rules (import-rules.*.cjs) and
// the tables of ARCHITECTURE.md and docs/folders.md are generated from it. A folder without a row fails the check.

/**
 * @param {string} about what the folder is
 * @param {string[]} imports the folders and files of the same floor or area that it may import
 */
const row = (about, ...imports) => ({ about, imports })

/** Pure; runs in browsers and on servers. What each may import of shared/. */
const SHARED = {
  kernel: row('contracts, rules, decide / evolve / view / redact over modules; knows no module'),
  search: row('Vietnamese words with and without diacritics; how much one text says what another said'),
  law: row(
    'dated data with article, mark and day of force, and which row stands when; counting working days (ADR 0036)',
  ),
  secrecy: row(
    'levels of secrecy, which installation admits which (dated data), the mark of a secret paper (ADR 0056)',
  ),
  papers: row(
    'letterheads as dated data (ADR 0088), and the end of every paper: signing, recipients (ADR 0081)',
    'kernel',
  ),
  'intake-group': row('who takes in and hands on what may be a denunciation (ADR 0071)', 'kernel'),
  modules: row(
    'one feature of a session in each folder: `contract.ts` (commands, events, state, who may, who sees), `rules.ts`, test',
    'kernel',
    'law',
    'papers',
    'secrecy',
    'wire',
  ),
  conclusions: row('aggregate: what becomes of an assignment (ADR 0029)', 'kernel', 'modules'),
  reception: row('aggregate: a reception day (ADR 0033)', 'intake-group', 'kernel', 'law'),
  cases: row('aggregate: a case (ADR 0037)', 'conclusions', 'intake-group', 'kernel', 'law', 'secrecy'),
  agency: row('aggregate: what papers name the agency, and since when (ADR 0080)', 'kernel', 'papers', 'projections'),
  retention: row(
    'aggregate: how long what is kept (dated data); holds, lists, erasures, certificates (ADR 0060)',
    'kernel',
  ),
  'personal-data': row('aggregate: requests of people about their own data, and by when (ADR 0061)', 'kernel', 'law'),
  projections: row(
    'journal or state → a thing to show: media plan, entrance, attendance, minutes, film, clocks of a case, order in which people wait',
    'cases',
    'conclusions',
    'intake-group',
    'kernel',
    'law',
    'modules',
    'papers',
    'reception',
    'reports',
    'secrecy',
    'wire',
  ),
  reports: row('what a report counts, as dated data (ADR 0054)', 'cases', 'kernel', 'projections', 'reception'),
  wire: row(
    'messages of the socket, media requests; each route of REST (`*-api.ts`, ADR 0091)',
    'agency',
    'cases',
    'conclusions',
    'intake-group',
    'kernel',
    'law',
    'modules',
    'papers',
    'personal-data',
    'projections',
    'reception',
    'reports',
    'retention',
    'secrecy',
  ),
}

/** Floors of the server, lowest first: each imports those below it alone. */
const SERVER = {
  platform: {
    about:
      'what any server has: logs, metrics, secrets, own Redis, one thing at a time (`mailbox.ts`), what is kept running and tried again (`keep-running.ts`), programs on strangers’ files with limits (`confined-program.ts`) behind walls (`walls.ts`, ADR 0072)',
    folders: {
      config: row('the settings, read from the environment'),
      http: row('what every route file uses: errors, who may, audit, rate limits, sending files', 'store'),
      search: row('which documents have which terms, in blocks of bits in Redis; ranking (ADR 0043)'),
      store: row(
        'files put once and read in ranges, each encrypted under its own key (ADR 0059); in a folder or a bucket (ADR 0064)',
        'config',
      ),
      'time-stamps': row('the hour of seals and signatures, asked of an authority, read offline (ADR 0069)'),
    },
  },
  identity: {
    about: 'who people are to this server, and what this installation may handle',
    folders: {
      accounts: row('accounts, sign-in, set-up link, links for passwords, who is a reader (ADR 0074)', 'audit'),
      audit: row('what was done with accounts and what left the server: a chained stream (ADR 0074)'),
      citizens: row(
        'who citizens are: encrypted, erasable, each read written down; known again by blind indexes (ADR 0049)',
        'accounts',
      ),
      links: row('links of participants, and the codes of ballots'),
      officers: row('the roster of those who receive citizens'),
      people: row('the encrypted people record of sessions, a key for each person'),
      secrecy: row('the gate: what this installation handles now, whether a way to the Internet is found (ADR 0056)'),
      units: row('the units of the agency and where they are written to'),
    },
  },
  media: {
    about: 'sound and pictures: what is forwarded, recorded, recognised; told by the media plan, asks nobody why',
    folders: {
      recording: row(
        'ffmpeg, one program for each track; segments, their index and hashes; how much room they take (ADR 0051)',
      ),
      speech: row('what is said, as phrases: a process of its own, kept running (ADR 0065)', 'recording'),
      sfu: row(
        'mediasoup: workers, routers, peers, cascade, what is sent to recorder and speech',
        'recording',
        'speech',
      ),
    },
  },
  engine: {
    about:
      'the sessions and other aggregates of this node: journal, actor, signalling; `encrypted-journals.ts`: which journals are encrypted',
    folders: {
      journal: row(
        'the journal in Redis and in memory, hash chain and proof of its end, checked whenever it is read (ADR 0076)',
      ),
      aggregates: row('aggregates that are not sessions: decide, journal, fold, tell', 'journal'),
      boxes: row(
        'secret choices: boxes encrypted anew with every paper, and the files of their keys (ADR 0018)',
        'journal',
      ),
      lists: row('which sessions there are: a row of each, told after each commit (ADR 0044)', 'journal'),
      session: row(
        'the actor (only place that changes state), the loaded session (who sees what), deadlines, registry',
        'boxes',
        'journal',
      ),
      signal: row(
        'the gateway: the only folder that knows socket.io; what a socket may send, counted before it is parsed (ADR 0077)',
        'session',
      ),
    },
  },
  papers: {
    about: 'what is printed, signed, issued, and the documents handed in',
    folders: {
      model: row('one model of a paper, printed to DOCX, PDF, XLSX (ADR 0012)'),
      kinds: row('each kind of paper: minutes, attendance, letters, tables', 'model'),
      documents: row(
        'files taken in: checked, scanned, converted, kept under their hash (ADR 0020); watermarked when they leave (ADR 0031)',
        'model',
      ),
      templates: row(
        'the agency’s own layout of papers, filled in (ADR 0042, 0048)',
        'agency',
        'documents',
        'issued',
        'kinds',
        'model',
      ),
      agency: row(
        'the agency as papers name it: emblem, colours, the first paper of a kind (ADR 0080, 0088)',
        'documents',
        'templates',
      ),
      numbering: row('numbers of issued papers, by year and kind', 'issued'),
      signature: row('the certificate of the agency, and issued PDFs signed with it (ADR 0058)'),
      issued: row(
        'papers as they were issued: bytes kept once, signed, the code to check one by (ADR 0042)',
        'documents',
        'numbering',
        'signature',
      ),
    },
  },
  mail: { about: 'the queue of letters and SMTP (ADR 0022)', folders: {} },
  casework: {
    about: 'cases and what law and conclusions demand of them',
    folders: {
      cases: row(
        'cases: numbered, listed, found by their words, followed by a code (ADR 0037, 0043)',
        'deadlines',
        'intake-group',
        'petitions',
      ),
      conclusions: row('assignments, and reminding the units of them (ADR 0032)', 'deadlines'),
      deadlines: row(
        'the calendar of working days, rows an agency adds, the daily letter of what is near or over (ADR 0036)',
        'cases',
        'conclusions',
      ),
      'intake-group': row('who is in the group that takes in denunciations, and who named them (ADR 0071)'),
      petitions: row('petitions handed in by citizens, with their files', 'cases', 'deadlines'),
    },
  },
  reception: {
    about: 'receiving citizens',
    folders: {
      appointments: row('the calendar: rota, booking, codes, limits, challenge, letters (ADR 0035)', 'day'),
      day: row(
        'a reception day: tickets, kiosks, desks, the session of a visit, what pages are shown (ADR 0034)',
        'appointments',
        'register',
      ),
      register: row('the register of receptions, filled and numbered by itself (ADR 0039)'),
      visits: row('the visit at a desk: who comes, what they come with', 'appointments', 'register'),
      receipts: row('receipts for what was handed in', 'appointments', 'refusals'),
      refusals: row('notices that a reception is refused', 'appointments', 'receipts', 'register', 'visits'),
    },
  },
  hearing: {
    about: 'what is done with a session before, beside and after it',
    folders: {
      scheduling: row(
        'booking a session and changing it; whether its recording fits on the disk (ADR 0051)',
        'invitations',
      ),
      invitations: row('letters with a link and a calendar entry, and what became of them'),
      readiness: row('what is missing before a session can open', 'scheduling'),
      captions: row('finished lines beside the journal, encrypted, erased by themselves; their files (ADR 0062)'),
      minutes: row('the minutes as staff fetch and write them; phrases for them'),
      films: row('a film from its plan, scene by scene; who may look and who has (ADR 0055, 0057)'),
      protection: row('who may read a session of somebody who denounces (ADR 0045)', 'invitations'),
      'voting-codes': row('voting codes of the sites, printed once', 'minutes'),
    },
  },
  custody: {
    about: 'what is kept and what goes',
    folders: {
      archive: row(
        'seals, supplements’ prints, a sealed session as one signed ZIP, the check without a server (ADR 0052, 0058)',
        'retention',
        'supplements',
      ),
      supplements: row('what is written after the sealing (ADR 0085)', 'archive'),
      retention: row(
        'what is due, each place that keeps something and how it goes, the certificate (ADR 0060, 0068)',
        'archive',
      ),
      'personal-data': row('what is kept of a person, and the copy they are given (ADR 0061)', 'retention'),
      backup: row(
        'a copy of everything while the server runs, and an empty machine made from it (ADR 0059)',
        'archive',
        'retention',
      ),
    },
  },
  figures: {
    about: 'what is counted',
    folders: {
      reports: row('figures of a period, definitions of the agency, closed periods (ADR 0054)'),
      overview: row('facts of sessions, days and assignments as rows; what is overdue each day (ADR 0063)', 'reports'),
    },
  },
  http: {
    about: 'the HTTP server itself: guard, errors, OpenAPI, health, metrics, the pages of the client',
    folders: {},
  },
  app: {
    about: 'opens the floors in their order and closes them last in, first out (ADR 0090); chooses implementations',
    folders: {},
  },
}

/** An area imports the floors below it; those that stand side by side meet in base/ or live/. */
const CLIENT_FLOORS = [['base'], ['live'], ['room', 'waiting', 'public', 'office']]

const CLIENT = {
  base: {
    about: 'what any page uses: REST (`api.ts`), and what two areas show',
    folders: {
      theme: row('colours and fonts'),
      i18n: row('the words, in Vietnamese or English'),
      domain: row('words of kinds and states that several areas say', 'i18n'),
      agency: row('the agency as the server wrote it into the page', 'api.ts', 'i18n', 'theme'),
      papers: row('what a session leaves behind, by name', 'i18n'),
      petition: row('words of a petition', 'i18n'),
      appointments: row('days and hours of the calendar as people read them', 'i18n'),
      'earlier-visits': row('how often somebody was received before', 'i18n'),
      health: row('one row of the technician’s board', 'i18n'),
      'line-grades': row('how a grade of a line looks', 'i18n'),
      ui: row('dialogs, forms that keep what is typed (ADR 0079), page headers, QR codes', 'agency', 'i18n'),
      secrecy: row('what is shut on a closed network', 'api.ts', 'i18n', 'ui'),
      protection: row('asking before somebody is protected', 'i18n', 'ui'),
      'voting-codes': row('the sheet of voting codes', 'api.ts', 'i18n', 'ui'),
      scan: row('photographing papers (ADR 0046)', 'i18n', 'ui'),
      uploads: row('files that go along with words', 'api.ts', 'i18n', 'scan'),
      'draft-picture': row('the first page of a paper before it takes a number (ADR 0088)', 'api.ts', 'i18n', 'ui'),
      signatory: row('who signs, and to whom a paper goes', 'agency', 'i18n'),
      refusals: row('the notice of a refusal', 'api.ts', 'draft-picture', 'i18n', 'signatory', 'ui'),
    },
  },
  live: {
    about: 'a session that runs',
    folders: {
      media: row('devices, transports, producers, consumers'),
      session: row('connection, store, selectors, `useCommand`', 'media'),
      opening: row('asking before a session opens (ADR 0083)', 'session'),
      viewer: row('a document page by page; pdf.js is fetched with the first', 'session'),
      stage: row('the pictures, and the document presented to all', 'media', 'session', 'viewer'),
      devices: row('a camera or microphone that does not come', 'media', 'session', 'stage'),
      entrance: row('the door behind a personal link', 'devices', 'session'),
    },
  },
  room: {
    about: 'the page of the hearing',
    folders: {
      frame: row('what features hang in'),
      reading: row('documents read in private', 'frame'),
      features: row('`NAME`: panel, its buttons and banners, its words; a feature knows no other', 'frame', 'reading'),
      shell: row('pre-join, header, toolbar, side panel (ADR 0070)', 'frame', 'reading', 'features'),
    },
  },
  waiting: {
    about: 'before a session',
    folders: {
      check: row('the self-test of devices and line'),
      kiosk: row('the machine in the hall'),
      wait: row('the waiting page of a reception day'),
    },
  },
  public: {
    about: 'pages without an account',
    folders: {
      booking: row('an hour of a reception'),
      petition: row('handing in a petition, and following it'),
      verify: row('whether an issued paper is genuine', 'petition'),
    },
  },
  office: {
    about: 'the pages of staff: each folder has its page, queries and words',
    folders: {
      ui: row('what several pages of staff use'),
      accounts: row('accounts and passwords', 'ui'),
      agency: row('the agency, its letterhead and colours', 'ui'),
      conclusions: row('assignments', 'ui'),
      disk: row('room on the disk for recordings', 'ui'),
      law: row('working days, rows of deadlines, secrecy of the law data', 'ui'),
      papers: row('certificate and layouts of papers', 'ui'),
      'sign-in': row('signing in', 'accounts', 'ui'),
      deadlines: row('what is near or over by law', 'law', 'ui'),
      'personal-data': row('requests of people about their data', 'law', 'ui'),
      retention: row('what is kept how long', 'law', 'ui'),
      sessions: row(
        'sessions: booking, invitations, papers, films',
        'accounts',
        'conclusions',
        'disk',
        'retention',
        'ui',
      ),
      health: row('the technician’s board over all sessions', 'disk', 'papers', 'sessions', 'ui'),
      cases: row('cases and petitions', 'accounts', 'law', 'retention', 'sessions', 'ui'),
      register: row('the register of receptions', 'cases', 'ui'),
      reception: row('the reception day at the desk', 'cases', 'conclusions', 'ui'),
      reports: row('reports and their definitions', 'accounts', 'register', 'ui'),
      overview: row('the figures of today', 'register', 'reports', 'ui'),
      shell: row('the frame of the office and its menu', 'accounts', 'agency', 'sign-in', 'ui'),
    },
  },
}

module.exports = { SHARED, SERVER, CLIENT_FLOORS, CLIENT }
