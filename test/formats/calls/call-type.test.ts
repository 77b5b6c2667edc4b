import { expect, test } from 'vitest'
import { wordedType } from '../../../src/formats/calls/call-type.ts'

test.each([
  [
    'missed',
    [
      'Missed',
      'MISSED_CALL',
      'Missed voice call',
      'Not answered',
      'No answer',
      'Unanswered',
      'Incoming, cancelled',
    ],
  ],
  [
    'missed',
    ['Verpasst', 'Verpasster Anruf', 'Entgangener Anruf', 'Anruf in Abwesenheit', 'Nicht angenommen'],
  ],
  ['missed', ['Manqu\u00e9', 'Appel manqu\u00e9', 'Appel en absence']],
  ['missed', ['Perdida', 'Llamada perdida', 'Llamada no contestada', 'Chiamata persa', 'Senza risposta']],
  ['missed', ['Gemist', 'Gemiste oproep', 'Niet beantwoord', 'Chamada perdida', 'Chamada n\u00e3o atendida']],
  [
    'incoming',
    ['Incoming', 'IncomingCall', 'Received', 'Answered', 'Eingehender Anruf', 'Angenommen', 'Appel entrant'],
  ],
  [
    'incoming',
    ['Appel re\u00e7u', 'Llamada entrante', 'Recibida', 'Chiamata in arrivo', 'Ricevuta', 'Inkomend gesprek'],
  ],
  ['incoming', ['Ontvangen', 'Chamada recebida', 'Chamada de entrada']],
  [
    'outgoing',
    ['Outgoing', 'OUTGOING_CALL', 'Placed', 'Ausgehender Anruf', 'Abgehend', 'Gew\u00e4hlt', 'Appel sortant'],
  ],
  [
    'outgoing',
    ['Appel \u00e9mis', 'Llamada saliente', 'Realizada', 'Chiamata in uscita', 'Effettuata', 'Uitgaand'],
  ],
  ['outgoing', ['Chamada efetuada', 'Chamada de sa\u00edda']],
  [
    'unanswered',
    ['Cancelled', 'Canceled call', 'Busy', 'Outgoing (no answer)', 'Outgoing, declined', 'Abgebrochen'],
  ],
  [
    'unanswered',
    [
      'Ausgehend, nicht angenommen',
      'Appel sortant, sans r\u00e9ponse',
      'Annul\u00e9',
      'Cancelada',
      'Annullata',
    ],
  ],
  [
    'rejected',
    ['Rejected', 'Declined', 'Abgelehnt', 'Abgewiesener Anruf', 'Refus\u00e9', 'Rechazada', 'Rifiutata'],
  ],
  ['rejected', ['Geweigerd', 'Recusada', 'Incoming call rejected']],
  ['blocked', ['Blocked', 'Spam', 'Blockiert', 'Bloqu\u00e9', 'Bloqueada', 'Bloccata', 'Geblokkeerd']],
  [
    'voicemail',
    ['Voicemail', 'Anrufbeantworter', 'Messagerie', 'Buz\u00f3n de voz', 'Segreteria', 'Correio de voz'],
  ],
  [
    'answered elsewhere',
    ['Answered elsewhere', 'answered_externally', 'Auf einem anderen Ger\u00e4t angenommen'],
  ],
  [null, ['', 'Call', 'Text', 'Not incoming', 'Missed the train', 'Anruf', '4', '\u4e0d\u5728\u7740\u4fe1']],
] as const)('%s (R23): %j', (type, texts) => {
  expect(texts.map(wordedType)).toEqual(texts.map(() => type))
})
