// Fetched as one, with their styles: with each further part the bundler would cut the files of the first load smaller.
import '@mantine/dates/styles.layer.css'

export { Calendar } from './Calendar.tsx'
export { TimeList } from './TimeList.tsx'
