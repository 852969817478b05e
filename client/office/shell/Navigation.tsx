// Where staff can go: a few sections, and the pages of the one they are in. A new page is a line here.
import { useTranslation } from 'react-i18next'
import { Link, matchPath, NavLink, useLocation } from 'react-router'
import type { Account } from '../../../shared/wire/identity/account.ts'
import classes from '../ui/office.module.css'

interface Page {
  readonly to: string
  readonly label:
    | 'sealing.title'
    | 'staff.reception.today'
    | 'staff.receptionPlan'
    | 'staff.register'
    | 'reports.title'
    | 'definitions.title'
    | 'cases.title'
    | 'deadlines.title'
    | 'law.title'
    | 'agency.title'
    | 'staff.accounts'
    | 'staff.numbering'
    | 'retention.title'
    | 'personalData.title'
    | SectionLabel
}

type SectionLabel =
  | 'overview.title'
  | 'staff.sessions'
  | 'staff.reception'
  | 'staff.section.cases'
  | 'staff.section.conclusions'
  | 'staff.section.health'
  | 'staff.settings'

interface Section {
  readonly label: SectionLabel
  /** The first is the one people come for. */
  readonly pages: readonly [Page, ...Page[]]
  readonly isForAdministrators?: boolean
}

const only = (to: string, label: SectionLabel): Section => ({ label, pages: [{ to, label }] })

const sections: readonly Section[] = [
  only('/staff/overview', 'overview.title'),
  {
    label: 'staff.sessions',
    pages: [
      { to: '/staff', label: 'staff.sessions' },
      { to: '/staff/unsealed', label: 'sealing.title' },
    ],
  },
  {
    label: 'staff.reception',
    pages: [
      { to: '/staff/reception', label: 'staff.reception.today' },
      { to: '/staff/reception-calendar', label: 'staff.receptionPlan' },
      { to: '/staff/register', label: 'staff.register' },
      { to: '/staff/reports', label: 'reports.title' },
    ],
  },
  {
    label: 'staff.section.cases',
    pages: [
      { to: '/staff/cases', label: 'cases.title' },
      { to: '/staff/deadlines', label: 'deadlines.title' },
      { to: '/staff/law', label: 'law.title' },
    ],
  },
  only('/staff/conclusions', 'staff.section.conclusions'),
  only('/staff/health', 'staff.section.health'),
  {
    label: 'staff.settings',
    pages: [
      { to: '/staff/accounts', label: 'staff.accounts' },
      { to: '/staff/agency', label: 'agency.title' },
      { to: '/staff/numbering', label: 'staff.numbering' },
      { to: '/staff/report-definitions', label: 'definitions.title' },
      { to: '/staff/retention', label: 'retention.title' },
      { to: '/staff/personal-data', label: 'personalData.title' },
    ],
    isForAdministrators: true,
  },
]

/** The list of sessions is at the root of all staff pages; each session is one of its own. */
const isAt = ({ to }: Page, pathname: string) =>
  to === '/staff'
    ? pathname === to || matchPath('/staff/sessions/*', pathname) !== null
    : matchPath({ path: to, end: false }, pathname) !== null

export function Sections({ role }: Pick<Account, 'role'>) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav aria-label={t('staff.navigation')} className={classes.tabs}>
      {sections
        .filter(({ isForAdministrators }) => !isForAdministrators || role === 'administrator')
        .map(({ label, pages }) => (
          <Link
            key={label}
            to={pages[0].to}
            className={classes.nav}
            aria-current={pages.some((page) => isAt(page, pathname)) ? 'page' : undefined}
          >
            {t(label)}
          </Link>
        ))}
    </nav>
  )
}

/** The pages of the section one is in, where it has several. */
export function SectionPages() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const section = sections.find(({ pages }) => pages.some((page) => isAt(page, pathname)))
  if (!section || section.pages.length === 1) return null
  return (
    <nav aria-label={t(section.label)} className={classes.pages}>
      {section.pages.map(({ to, label }) => (
        <NavLink key={to} to={to} end={to === '/staff'} className={() => classes.nav}>
          {t(label)}
        </NavLink>
      ))}
    </nav>
  )
}
