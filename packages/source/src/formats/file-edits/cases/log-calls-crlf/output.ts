import { a } from "./a.js"
import { logger } from "./platform/logging/service-logger.js"

logger.info({ a }, "said")
;[1].forEach(() => logger.warn("no"))