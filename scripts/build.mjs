/** `npm run build`: from a clone to built packages. */
import { build, install } from './steps.mjs'

install()
build()
