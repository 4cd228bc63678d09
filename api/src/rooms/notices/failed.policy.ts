import { definePolicy } from '../../platform/policy/policy.ts';
import { isNetworkAdmin } from '../../platform/policy/viewer.ts';

/** Mails that don't arrive are the network admin's to look after, without their words or addresses. */
export const failedNoticePolicy = definePolicy('notice', {
  listFailed: (viewer, _all: null) => isNetworkAdmin(viewer),
  retry: (viewer, _all: null) => isNetworkAdmin(viewer),
});
