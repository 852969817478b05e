// The people and the agenda of the conference in the picture of the README. The names are invented.
import type { NewSessionBody } from '../../shared/wire/hearing/booking.ts'
import type { DrawnRoom } from './drawn-rooms.ts'

const branch = (name: string) => ({ name: `Điểm cầu ${name}`, rank: 'branch' as const })

export const conference = {
  title: 'Hội nghị trực tuyến công tác tiếp công dân quý IV',
  sites: [
    { name: 'Điểm cầu trung tâm', rank: 'centre' },
    ...['phường An Bình', 'xã Tân Phú', 'xã Hòa Lộc', 'xã Mỹ Thạnh'].map(branch),
  ],
  participants: [
    { name: 'Bùi Thanh Mai', title: 'Chuyên viên Văn phòng', role: 'secretary', siteIndex: 0 },
    { name: 'Nguyễn Thị Minh Hạnh', title: 'Phó Chủ tịch Ủy ban nhân dân', role: 'chair', siteIndex: 0 },
    { name: 'Phạm Thị Thu Hà', title: 'Chủ tịch Ủy ban nhân dân phường', role: 'siteOperator', siteIndex: 1 },
    { name: 'Vũ Đình Long', title: 'Phó Chủ tịch Ủy ban nhân dân xã', role: 'siteOperator', siteIndex: 2 },
    { name: 'Lê Thị Kim Oanh', title: 'Chủ tịch Ủy ban nhân dân xã', role: 'siteOperator', siteIndex: 3 },
    { name: 'Đỗ Mạnh Cường', title: 'Công chức tư pháp – hộ tịch', role: 'siteOperator', siteIndex: 4 },
  ],
  agenda: [
    { title: 'Khai mạc, giới thiệu đại biểu', plannedMinutes: 10 },
    { title: 'Báo cáo công tác tiếp công dân', plannedMinutes: 20 },
    { title: 'Ý kiến của các điểm cầu', plannedMinutes: 40 },
    { title: 'Kết luận của chủ tọa', plannedMinutes: 15 },
  ],
} satisfies Pick<NewSessionBody, 'title' | 'sites' | 'participants' | 'agenda'>

/** Of those with a camera: of all participants but the secretary, in their order. */
export const rooms: readonly DrawnRoom[] = [
  {
    words: ['HỘI NGHỊ TRỰC TUYẾN', 'CÔNG TÁC TIẾP CÔNG DÂN'],
    wall: '#c9b79c',
    panel: '#8d2a2a',
    cloth: '#7a1f24',
    people: [
      { hair: 'parted', clothes: 'suit', colour: '#27324a', tie: '#8d2a2a', turn: 10 },
      { hair: 'bun', clothes: 'suit', colour: '#3a3f52', skin: '#efc4a0', turn: 0 },
      {
        hair: 'receding',
        hairColour: '#6f6a69',
        clothes: 'suit',
        colour: '#3b3b3f',
        tie: '#2f5d8a',
        hasGlasses: true,
        turn: -10,
      },
    ],
  },
  {
    words: ['ĐIỂM CẦU', 'PHƯỜNG AN BÌNH'],
    wall: '#d8cdb8',
    panel: '#2c5a7c',
    cloth: '#1f4a6c',
    people: [
      { hair: 'short', clothes: 'shirt', colour: '#dfe9f3', turn: 12 },
      { hair: 'bob', clothes: 'tunic', colour: '#a5385a', skin: '#efc4a0', speaks: true },
      { hair: 'parted', clothes: 'suit', colour: '#3d4658', tie: '#7b2d36', skin: '#d9a277', turn: -12 },
    ],
  },
  {
    words: ['ĐIỂM CẦU', 'XÃ TÂN PHÚ'],
    wall: '#cfd6cc',
    panel: '#3d6b4c',
    cloth: '#2b5a3c',
    people: [
      { hair: 'long', clothes: 'shirt', colour: '#f3ead9', skin: '#edbf99', turn: 8 },
      { hair: 'short', clothes: 'suit', colour: '#2b3242', tie: '#b1892f', hasGlasses: true, turn: -8 },
    ],
  },
  {
    words: ['ĐIỂM CẦU', 'XÃ HÒA LỘC'],
    wall: '#d9c9c0',
    panel: '#7c5233',
    cloth: '#5d3a21',
    people: [
      { hair: 'receding', hairColour: '#8b8684', clothes: 'shirt', colour: '#cfe0ee', skin: '#d9a277', turn: 10 },
      { hair: 'bun', clothes: 'tunic', colour: '#3f6d8f', skin: '#efc4a0' },
      { hair: 'short', clothes: 'shirt', colour: '#eef1f4', turn: -8 },
    ],
  },
  {
    words: ['ĐIỂM CẦU', 'XÃ MỸ THẠNH'],
    wall: '#c8d2dc',
    panel: '#54506f',
    cloth: '#403c5c',
    people: [
      { hair: 'parted', clothes: 'suit', colour: '#30343c', tie: '#36597f', skin: '#dca87f', turn: 8 },
      { hair: 'long', clothes: 'tunic', colour: '#d9cfe8', skin: '#efc4a0', hasGlasses: true, turn: -6 },
    ],
  },
]
