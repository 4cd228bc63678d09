import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';

const purpose = 'client.link';

/**
 * Who acts when a client uses their link: nobody with an account. It is the hub that acts, on the one referral that the
 * link opens, and the log says by which way.
 */
export const clientLinkViewer = (): Viewer => systemViewer(purpose);

export const isClientLink = (viewer: Viewer): boolean =>
  viewer.kind === 'system' && viewer.purpose === purpose;
