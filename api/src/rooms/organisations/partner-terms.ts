import type { Translated } from '../../platform/i18n/localized-text.ts';

/** Years that an acceptance lasts; then the organisation reads and accepts the terms again. */
export const AGREEMENT_YEARS = 2;

const fi = `Nämä ehdot koskevat järjestöä, joka ottaa vastaan lähetteitä Kotoverkossa.

1. Tarkoitus. Käytämme lähetteen tietoja vain siihen, että lähetetty ihminen pääsee mukaan toimintaamme. Emme käytä niitä muuhun emmekä anna niitä eteenpäin.

2. Mitä näemme. Ennen kuin otamme lähetteen vastaan, näemme siitä vain tarpeen, emme henkilöä. Nimen ja yhteystiedon näemme, kun olemme ottaneet lähetteen vastaan, ja vain niin kauan kuin ihmisen suostumus on voimassa. Jos hän peruu suostumuksensa, lopetamme tietojen käytön heti.

3. Yhteydenotto. Noudatamme ohjetta siitä, miten ihmiseen saa ottaa yhteyttä.

4. Poistaminen. Kotoverkko poistaa tiedot meiltä 30 päivän kuluttua lähetteen päättymisestä. Jos suostumus perutaan lähetteen päätyttyä, tiedot poistuvat heti. Jos olemme kirjanneet tietoja muualle, poistamme ne samassa ajassa.

5. Vaitiolo. Tietoja käsittelevät vain ne, jotka tarvitsevat niitä tehtävässään. Emme kerro niitä muille, emme myöskään tehtävän päätyttyä. Huolehdimme, että vapaaehtoisemme tietävät tämän. Jokaisella on oma tunnus, jota muut eivät käytä.

6. Tietoturvaloukkaus. Jos tietoja on päässyt vääriin käsiin, kadonnut tai katsottu ilman syytä, ilmoitamme siitä lähetteen tehneelle kunnalle viipymättä, viimeistään 24 tunnin kuluessa siitä, kun huomasimme asian. Kerromme, mitä tapahtui, ja autamme selvittämisessä.

7. Ihmisen oikeudet. Jos ihminen haluaa nähdä, korjata tai poistaa tietojaan, välitämme pyynnön kunnalle heti.

8. Voimassaolo. Hyväksyntä on voimassa kaksi vuotta. Ilman voimassa olevaa hyväksyntää järjestö voi julkaista toimintaa mutta ei saa lähetteitä.`;

const en = `These terms are for organisations that receive referrals in Kotoverkko.

1. Purpose. We use the data of a referral only so that the referred person can take part in our activities. We do not use it for anything else and do not pass it on.

2. What we see. Before we accept a referral, we see the need and not the person. We see the name and the contact once we have accepted, and only while the person’s consent is in force. If they withdraw it, we stop using the data at once.

3. Contact. We follow what is said about how the person may be contacted.

4. Deletion. Kotoverkko deletes our copy of the data 30 days after the referral ends. If consent is withdrawn after the end, the data is deleted at once. What we have written down elsewhere we delete within the same time.

5. Confidentiality. Only those who need the data for their task handle it. We tell it to no one else, also after the task has ended. We see to it that our volunteers know this. Everyone has their own account, which no one else uses.

6. Breaches. If data has come into the wrong hands, was lost, or was looked at without reason, we tell the municipality that made the referral without delay, at the latest within 24 hours of noticing. We say what happened and help to clear it up.

7. Rights. If the person wants to see, correct or delete their data, we pass the request to the municipality at once.

8. Validity. An acceptance is valid for two years. Without a valid one an organisation can publish its activities but receives no referrals.`;

/** The terms in force. A change of substance gets a new version; the older acceptances run to their end. */
export const partnerTerms: { readonly version: string; readonly texts: readonly Translated[] } = {
  version: '2026-11',
  texts: [
    { language: 'fi', value: fi },
    { language: 'en', value: en },
  ],
};
