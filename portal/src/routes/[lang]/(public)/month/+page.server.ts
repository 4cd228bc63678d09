import { monthOf } from '#lib/rooms/offerings/calendar-days.ts';
import { readCalendar } from '#lib/rooms/offerings/calendar-view.server.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = ({ locals, url }) => readCalendar(locals, url.searchParams, monthOf);
