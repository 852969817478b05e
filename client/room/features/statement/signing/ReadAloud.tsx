// The text read by the browser’s own voice, where it has a Vietnamese one; else it is said who reads instead.
import { Button, Text } from '@mantine/core'
import { IconPlayerStop, IconVolume } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { vietnameseVoice } from './voice.ts'

/** Slower than people talk: it is to be checked word by word. */
const rate = 0.85

export function ReadAloud({ text }: { text: string }) {
  const { t } = useTranslation()
  const voice = useVoice()
  const [isReading, setReading] = useState(false)
  useEffect(() => () => window.speechSynthesis?.cancel(), [])
  if (!voice) return <Text size="lg">{t('statement.noVoice')}</Text>

  function read() {
    const words = new SpeechSynthesisUtterance(text)
    words.voice = voice
    words.lang = 'vi-VN'
    words.rate = rate
    words.onend = () => setReading(false)
    words.onerror = () => setReading(false)
    setReading(true)
    window.speechSynthesis.speak(words)
  }

  function stop() {
    window.speechSynthesis.cancel()
    setReading(false)
  }

  return (
    <Button
      size="xl"
      variant="light"
      leftSection={isReading ? <IconPlayerStop aria-hidden /> : <IconVolume aria-hidden />}
      onClick={isReading ? stop : read}
    >
      {t(isReading ? 'statement.stopListening' : 'statement.listen')}
    </Button>
  )
}

/** Some browsers load their voices after the page. */
function useVoice(): SpeechSynthesisVoice | null {
  const synthesis = 'speechSynthesis' in window ? window.speechSynthesis : null
  const [voice, setVoice] = useState(() => vietnameseVoice(synthesis?.getVoices() ?? []))
  useEffect(() => {
    if (!synthesis) return
    const look = () => setVoice(vietnameseVoice(synthesis.getVoices()))
    synthesis.addEventListener('voiceschanged', look)
    return () => synthesis.removeEventListener('voiceschanged', look)
  }, [synthesis])
  return voice
}
