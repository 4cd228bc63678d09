/** All seed content in one place; the seeding code imports this file and the types alone. */
export { clients } from './clients.ts';
export { offerings } from './offerings.ts';
export { organisations } from './organisations.ts';
export { people } from './people.ts';
export { places } from './places.ts';
export { referralPlans } from './referrals.ts';
export { signUpPlan } from './signups.ts';
