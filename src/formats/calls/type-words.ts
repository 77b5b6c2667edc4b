/** The meaning of one word in a call type. */
export type TypeMeaning =
  | 'in'
  | 'out'
  | 'answered'
  | 'not'
  | 'missed'
  | 'cancelled'
  | 'rejected'
  | 'blocked'
  | 'voicemail'
  | 'elsewhere'
  | 'nothing'

/**
 * Words for call types in logs, in English, German, French, Spanish, Italian, Dutch and Portuguese: in lower case,
 * without accents. A `*` matches any ending.
 */
export const typeWords: Readonly<Record<TypeMeaning, string>> = {
  in: `in inbound incoming received eingehend* ankommend* eingegangen* entrant* entrada recu* recibid* recebid* ricevut*
    arrivo inkomend* binnenkomend* ontvangen*`,
  out: `out outbound outgoing placed dialed dialled made ausgehend* abgehend* ausgegangen* gewahlt* getatigt* sortant*
    emis* passe passes passee passees compose* saliente* salida realizad* efectuad* efetuad* emitid* hecha* uscita
    uscent* effettuat* uitgaand* gebeld* gekozen saida* discad* feita*`,
  answered: `answered answer accepted connected angenommen* beantwortet* antwort decroche* repondu* reponse accepte*
    contestad* contestar atendid* respondid* respuesta resposta aceptad* aceit* rispost* accettat* beantwoord*
    opgenomen aangenomen antwoord`,
  not: 'not no nicht kein keine ohne non pas sans sin nao sem senza niet geen zonder',
  missed: `missed unanswered noanswer verpasst* entgangen* abwesenheit absence unbeantwortet* manque* perdid* perso persa persi
    perse gemist*`,
  cancelled: `cancelled canceled aborted failed busy abgebrochen* fehlgeschlagen* besetzt annule* echoue* occupe*
    cancelad* fallid* ocupad* annullat* fallit* occupat* geannuleerd* mislukt* bezet falhad*`,
  rejected: `rejected declined refused denied dismissed abgelehnt* abgewiesen* zuruckgewiesen* rejet* refus* rechazad*
    declinad* rifiutat* respint* geweigerd* afgewezen* recusad* rejeitad*`,
  blocked: 'blocked spam blockiert* gesperrt* bloque bloques bloquee* bloquead* bloccat* geblokkeerd*',
  voicemail: `voicemail* message* mailbox anrufbeantworter sprachbox sprachnachricht* messagerie repondeur buzon
    contestador mensaje* segreteria messaggi* voicemailbericht* correio secretaria mensage*`,
  elsewhere: `elsewhere externally answeredelsewhere answeredexternally anderem anderen autre otro altro ander andere
    outro`,
  nothing: `call calls type phone telephone voice audio video facetime whatsapp anruf* telefonat* gesprach* sprachanruf*
    videoanruf* telefon appel* llamada* chiamata chiamate oproep* gesprek* chamada* ligacao ligacoes vocal vocale voz
    device gerat* appareil dispositivo apparaat toestel a an the by on of auf einem einen der die das de da di do du
    del la le il el een op en por par sur su em um y et und e`,
}
