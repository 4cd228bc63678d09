import type { SeedOffering } from './content.types.ts';
import { aamunkoiOfferings } from './offerings/aamunkoi.ts';
import { baranOfferings } from './offerings/baran.ts';
import { hillaOfferings } from './offerings/hilla.ts';
import { iltaruskoOfferings } from './offerings/iltarusko.ts';
import { internationalHouseJoensuuOfferings } from './offerings/international-house-joensuu.ts';
import { jisrOfferings } from './offerings/jisr.ts';
import { kalynaOfferings } from './offerings/kalyna.ts';
import { karhunpesaOfferings } from './offerings/karhunpesa.ts';
import { ketjuOfferings } from './offerings/ketju.ts';
import { kipinaOfferings } from './offerings/kipina.ts';
import { koivuniemiOfferings } from './offerings/koivuniemi.ts';
import { kuusikumpuOfferings } from './offerings/kuusikumpu.ts';
import { municipalityOfferings } from './offerings/municipalities.ts';
import { mustikkaOfferings } from './offerings/mustikka.ts';
import { naistenKanervaOfferings } from './offerings/naisten-kanerva.ts';
import { pikkuOravaOfferings } from './offerings/pikku-orava.ts';
import { ryabinaOfferings } from './offerings/ryabina.ts';
import { siltapolkuOfferings } from './offerings/siltapolku.ts';
import { sukkulaOfferings } from './offerings/sukkula.ts';
import { xiddigOfferings } from './offerings/xiddig.ts';

/** All offerings, published 200 days before the seed day. */
export const offerings: readonly SeedOffering[] = [
  ...internationalHouseJoensuuOfferings,
  ...municipalityOfferings,
  ...naistenKanervaOfferings,
  ...siltapolkuOfferings,
  ...hillaOfferings,
  ...kuusikumpuOfferings,
  ...koivuniemiOfferings,
  ...xiddigOfferings,
  ...kalynaOfferings,
  ...jisrOfferings,
  ...baranOfferings,
  ...ryabinaOfferings,
  ...pikkuOravaOfferings,
  ...mustikkaOfferings,
  ...kipinaOfferings,
  ...ketjuOfferings,
  ...sukkulaOfferings,
  ...karhunpesaOfferings,
  ...iltaruskoOfferings,
  ...aamunkoiOfferings,
];
