import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Addresses that no page answers are told of inside the portal's frame, in the reader's language. */
export const load: PageServerLoad = () => error(404, 'NOT_FOUND');
