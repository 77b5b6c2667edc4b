/** The command lines at a time, some days before today. In a line, `{0}` is today, `{1}` tomorrow, `{-1}` yesterday. */
type SampleHour = { readonly daysAgo: number; readonly time: string; readonly lines: readonly string[] }

/**
 * The sample diary as the commands that write it: each section of the page has lines, on any weekday. The phone numbers
 * are from ranges reserved for fiction, and the addresses end in `.example`.
 */
export const sample: readonly SampleHour[] = [
  {
    daysAgo: 130,
    time: '10:00',
    lines: [
      'add "Kenji Sato" -c "Sato Print" -p "+44 20 7946 0018" --kind customer --every 90d --no-next',
      'add "Nora Olsen" -e nora@olsen.example --kind friend --every 60d --birthday {birthday} --no-next',
    ],
  },
  {
    daysAgo: 100,
    time: '16:00',
    lines: ['log kenji "happy with the new labels"', 'log nora "lunch by the harbour"'],
  },
  {
    daysAgo: 12,
    time: '09:30',
    lines: [
      'add "Gary Lee" -c "Lee Mortgages" -p "+61 491 570 156" --kind customer --promise "call back about the refinance" --due "{-9} 10:30"',
      'add "José Álvarez" -c "Pallets Norte" -p "+34 911 23 45 67" --kind supplier --no-next',
      'add "Sue Park" -c "Park & Daughters" -p "+1 202 555 0143" --kind customer --no-next',
      'wait jose "the delivery date" --due {-3}',
    ],
  },
  {
    daysAgo: 9,
    time: '10:40',
    lines: [
      'done gary "wants the fixed rate" --next "send the papers" --due {-1}',
      'add "Ada Müller" -c "Müller AG" -e ada@mueller.example -p "+49 30 23125 045" --kind prospect --promise "send the price list" --due {-6}',
    ],
  },
  {
    daysAgo: 6,
    time: '11:15',
    lines: [
      'tried ada --voicemail "left my number"',
      'add "Lena Fischer" -p "+49 30 23125118" --best-time "after 15:00" --promise "call about the spring order" --due "{0} 15:30"',
      'add "Mark Evans" -c "Evans Bikes" -p "+61 491 570 157" --kind customer --no-next',
      'sent mark "the warranty" --by post',
    ],
  },
  {
    daysAgo: 2,
    time: '09:10',
    lines: [
      'add "Omar Haddad" -c "Haddad Law" -e omar@haddad.example --by email --promise "send the signed copy" --due {0} --hot',
      'add "Ben Carter" -p "+1 202 555 0116" --kind referrer --no-next',
    ],
  },
  {
    daysAgo: 1,
    time: '16:20',
    lines: [
      'add "Priya Nair" -c "Nair Dental" -p "+44 20 7946 0127" --kind prospect --from ben --promise "go through the contract" --due "{0} 11:00"',
      'add "Grace Okafor" -p "+44 20 7946 0164" --met "the trade fair"',
      'sold mark "two display stands"',
      'add "Maria Rossi" -c "Studio Rossi" -e maria@rossi.example --by email --no-next',
      'heard maria "asks for a quote for forty chairs" --by email',
      'heard sue "the handle came loose again" --complaint',
      'promise kenji "show him the new samples" --due {2}',
      'wait omar "the stamped original" --due {5}',
      'promise gary "ask about the loan for his brother" --due {6}',
    ],
  },
]
