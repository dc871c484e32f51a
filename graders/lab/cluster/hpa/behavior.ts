import type { IHPAScalingRules } from 'kubernetes-models/autoscaling/v2/HPAScalingRules';
