/**
 * Column names in address books for which a contact has no field. Their values are kept unchanged, and the report does
 * not name them. In lower case, without accents, punctuation and numbers ("User 1").
 */
export const columnsWithoutField = `
  account, assistant name, assistant s name, billing information, children, company yomi, connected on, custom,
  directory server, family name yomi, additional name yomi, gender, given name yomi, given yomi, government id number, hobby,
  initials, internet free busy, language, location, maiden name, manager s name, mileage, office location,
  organizational id number, phonetic first name, phonetic last name, phonetic middle name, photo, priority, private,
  referred by, schools, sensitivity, short name, spouse, subject, surname yomi, telex, user, yomi name,
  abrechnungsinformation, benutzer, benutzerdef, empfohlen von, firma yomi, geschlecht, initialen, internet frei gebucht,
  kinder, konto, nachname yomi, name assistent, name des der vorgesetzten, organisations nr, organisationsnr, partner,
  prioritat, regierungs nr, regierungsnr, reisekilometer, sprache, vertraulichkeit, verzeichnisserver, vorname yomi,
  code gouvernement, compte, conjoint e, critere de diffusion, disponibilite internet, divers, emplacement, enfants,
  informations facturation, initiales, kilometrage, langue, nom de l assistant e, nom yomi,
  numero d identification de l organisation, passe temps, prenom yomi, priorite, recommande par, responsable,
  serveur d annuaire, sexe, societe yomi, utilisateur,
  aficiones, apellido yomi, compania yomi, confidencialidad, conyuge, cuenta, facturacion, genero, hijos, idioma, iniciales,
  kilometraje, nombre del ayudante, nombre del director, personalizado, prioridad, referido por, sexo, ubicacion, usuario,
  yomi especificada,
  cod fisc p iva, dati fatturazione, disponibilita internet, figli, indennita trasferta, iniziali, lingua, luogo,
  nome assistente, nome coniuge, nome coniuge partner, nome manager, numero id organizzativo, personalizzato, presentato da,
  priorita, privato, riservatezza, server di directory, sesso, ubicazione ufficio, utente,
  aangepast, factuurinformatie, gebruiker, geslacht, gevoeligheid, hobby s, internet beschikbaarheidsinfo, kantoorlocatie, kinderen,
  locatie, naam assistent, naam manager, prioriteit, reisafstand, sofinummer, taal,
  codigo do governo, confidencialidade, conjuge, conta, dados para facturacao, disponibilidade da internet, filhos, gabinete,
  iniciais, informacoes para cobranca, local, localizacao, nome do assistente, nome do gerenciador, nome do gestor,
  numero do bi, passatempo, prioridade, quilometragem, sala, sensibilidade, utilizador, yomi empresa, yomi fornecido,
  yomi sobrenome`
