import type { SloSettings } from '../../templates/slo/settings-type.ts';

export declare const settings: SloSettings;
