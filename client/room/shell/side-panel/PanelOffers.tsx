// What nobody should miss and waits in a panel that is closed: a line over the stage with a button that opens the panel.
import { Button } from '@mantine/core'
import type { Panel } from '../../frame/panel.ts'
import styles from './panel-offers.module.css'

interface PanelOffersProps {
  panels: readonly Panel[]
  openPanel: string | null
  onOpen: (id: string) => void
}

export function PanelOffers({ panels, openPanel, onOpen }: PanelOffersProps) {
  return (
    <div role="status">
      {panels.map((panel) =>
        panel.id === openPanel ? null : <Offer key={panel.id} panel={panel} onOpen={() => onOpen(panel.id)} />,
      )}
    </div>
  )
}

const nothing = () => null

function Offer({ panel: { offer: useOffer = nothing, icon: Icon }, onOpen }: { panel: Panel; onOpen: () => void }) {
  const offer = useOffer()
  if (!offer) return null
  return (
    <section className={styles.offer} data-urgent={offer.isUrgent || undefined}>
      <Icon size={24} aria-hidden />
      <strong className={styles.words}>{offer.words}</strong>
      <Button color="dark" variant="white" onClick={onOpen}>
        {offer.action}
      </Button>
    </section>
  )
}
